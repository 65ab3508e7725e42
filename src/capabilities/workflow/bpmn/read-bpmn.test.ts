import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBpmn, writeBpmn } from './read-bpmn.ts';

const file = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="https://motcua.vn/bpmn/1.0"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:own="urn:own" id="d" targetNamespace="urn:t"
  exporter="Some Modeler" own:note="kept">
  <bpmn:process id="p" isExecutable="true" camunda:historyTimeToLive="30">
    <bpmn:extensionElements><own:box size="1"><own:inner>chữ &amp; số</own:inner></own:box></bpmn:extensionElements>
    <bpmn:userTask id="t" name="Thẩm tra" x:role="specialist" camunda:candidateGroups="experts">
      <bpmn:documentation>Đọc kỹ.</bpmn:documentation>
    </bpmn:userTask>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="l" bpmnElement="p"><bpmndi:BPMNShape id="s" bpmnElement="t">
    <dc:Bounds x="1" y="2" width="100" height="80" />
  </bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const codeOf = async (xml: string): Promise<string> => {
  const read = await readBpmn(xml);
  return read.ok ? 'read' : read.refusal.code;
};

test('what a file said survives reading and writing', async () => {
  const read = await readBpmn(file);
  assert.ok(read.ok);
  assert.deepEqual(read.value.warnings, []);
  const written = await writeBpmn(read.value);
  const squeezed = (xml: string) => xml.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>');
  assert.equal(squeezed(written).trim(), squeezed(file));
  const again = await readBpmn(written);
  assert.ok(again.ok);
  assert.equal(await writeBpmn(again.value), written);
});

test('what cannot be kept is told', async () => {
  const read = await readBpmn(file.replace('<bpmn:userTask', '<own:odd/><bpmn:userTask'));
  assert.ok(read.ok);
  assert.match(read.value.warnings.join(), /own:odd/);
});

test('what is no BPMN is refused', async () => {
  assert.equal(await codeOf('no xml'), 'bpmn-unreadable');
  assert.equal(await codeOf('<html></html>'), 'bpmn-unreadable');
  assert.equal(await codeOf(file.slice(0, 900)), 'bpmn-unreadable');
});

test('hostile files are refused before they are parsed, within 50 ms', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
  const deep = `${'<a b=">">'.repeat(100_000)}`;
  const hostile: readonly (readonly [xml: string, code: string])[] = [
    [file.replace('<bpmn:process', `<!--${'x'.repeat(10_000_000)}--><bpmn:process`), 'bpmn-too-large'],
    [file.replace('<bpmn:def', `${bomb}<bpmn:def`), 'bpmn-doctype'],
    [deep, 'bpmn-too-large'],
    [file.replace('<bpmn:doc', `${'<bpmn:task/>'.repeat(50_000)}<bpmn:doc`), 'bpmn-too-large'],
    [file.replace('name="', `${'a="" '.repeat(200_000)} name="`), 'bpmn-too-large'],
    [file.replace('own:note', `${'xmlns:a="" '.repeat(100_000)} own:note`), 'bpmn-too-large'],
    ['<'.repeat(1_900_000), 'bpmn-unreadable'],
    [`<a b="${'<'.repeat(1_900_000)}`, 'bpmn-unreadable'],
    ['<!--'.repeat(450_000), 'bpmn-unreadable'],
  ];
  await codeOf(file);
  for (const [xml, code] of hostile) {
    const begun = process.cpuUsage();
    assert.equal(await codeOf(xml), code);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 50_000, `${code} took ${(user + system) / 1000} ms`);
  }
});
