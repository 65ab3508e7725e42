import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { personalNumberFault } from '#capabilities/forms';
import { isUuid } from '#kernel/ids';
import { judgeContent } from '#platform/files';
import { demoAccountsAsJson, demoOfficers, demoPeople } from './demo-accounts.ts';
import { sampleOfficers } from './officers.ts';
import { homeCommunes } from './places.ts';
import { sampleResidents } from './residents.ts';
import { province } from './sample.ts';
import { sampleId } from './sample-id.ts';
import { samplePapers } from './sample-papers.ts';
import { storyWords } from './story-words.ts';
import { targets } from './targets.ts';

const residents = sampleResidents(1, homeCommunes(), 1000);

test('a thousand residents in households, with numbers of the right structure from the range of the sample', () => {
  assert.equal(residents.length, 1000);
  assert.equal(new Set(residents.map((each) => each.personalNumber)).size, 1000);
  for (const each of residents) {
    assert.equal(personalNumberFault(each.personalNumber, each), undefined, each.subject);
    assert.match(each.personalNumber, /^0(89|91)\d{3}99\d{4}$/);
    assert.match(each.phone ?? '0950000000', /^095\d{7}$/);
    assert.match(each.email ?? 'a@b.example', /^[a-z0-9.]+@[a-z]+\.example$/);
  }
});

/** Daughters of a Chau are called Néang. */
const familyOf = ({ name }: { name: string }) => name.split(' ')[0]?.replace('Néang', 'Chau');

test('families hold together: children bear the name of the father and are younger than the mother', () => {
  for (const home of Map.groupBy(residents, (each) => each.household).values()) {
    assert.equal(new Set(home.map((each) => each.address.detail)).size, 1);
    const father = home.find((each) => each.place === 'husband');
    const mother = home.find((each) => each.place === 'wife');
    for (const child of home.filter((each) => each.place === 'child')) {
      assert.equal(familyOf(child), father && familyOf(father));
      const years = Number(child.birthDate.slice(0, 4)) - Number(mother?.birthDate.slice(0, 4));
      assert.ok(years >= 18 && years <= 48, `${child.subject} ${years}`);
    }
  }
});

test('the same seed gives the same people, another seed others', () => {
  assert.deepEqual(sampleResidents(1, homeCommunes(), 50), residents.slice(0, 50));
  const others = sampleResidents(2, homeCommunes(), 50).map((each) => each.name);
  assert.notDeepEqual(
    others,
    residents.slice(0, 50).map((each) => each.name),
  );
  assert.ok(isUuid(sampleId('x')) && sampleId('x') !== sampleId('y'));
});

test('in every unit that decides, two people may sign or the signer never drafts', () => {
  const officers = sampleOfficers(1, province);
  assert.equal(new Set(officers.map((each) => each.subject)).size, officers.length);
  for (const each of officers) {
    const roles = new Set(each.posts.map((post) => post.role));
    assert.ok(!(roles.has('unit-leader') && roles.has('specialist')), each.subject);
  }
});

test('the list of demo accounts that ships is the one the program makes, and all can be chosen', () => {
  const shipped = readFileSync(
    new URL('../../../samples/an-giang/demo-accounts.json', import.meta.url),
    'utf8',
  );
  assert.equal(shipped, demoAccountsAsJson());
  const choices = new Set([...demoPeople(), ...demoOfficers()].map((each) => each.subject));
  for (const { subject } of JSON.parse(shipped) as { subject: string }[])
    assert.ok(choices.has(subject), subject);
});

test('the sample papers are what their names say', async () => {
  for (const { name, kind, bytes } of samplePapers())
    assert.deepEqual(await judgeContent(bytes, name), { ok: true, value: kind }, name);
  assert.ok(samplePapers().every(({ bytes }) => bytes.length < 20_000));
});

test('every way a story can go has a share', () => {
  assert.deepEqual(new Set(Object.keys(storyWords().targets)), new Set(targets));
});
