import type { ProcedureDefinition } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import { type ChannelKind, isInternalCode, type Level, type NationalProcedure } from '../procedure.ts';

const levels: Readonly<Record<ProcedureDefinition['competence']['level'], Level>> = {
  commune: 'commune',
  'commune-police': 'commune',
  province: 'province',
  'provincial-police': 'province',
  ministry: 'ministry',
};

/** The record of a procedure that the national list here lacks, as far as its own definition tells it. */
export function recordOf(definition: ProcedureDefinition): NationalProcedure {
  const { code, name, time, competence, subjects, basis, result, online, validFrom } = definition;
  const channels = [...new Set(time.map(({ channel }) => channel))];
  return {
    code,
    name: name.vi,
    nameFolded: foldText(name.vi),
    nameOrigin: 'found',
    field: '',
    ministry: '',
    levels: [levels[competence.level]],
    subjects,
    agency: '',
    authority: '',
    channels: channels.map((channel: ChannelKind) => ({ channel, feeText: '', fee: 'unknown' })),
    cases: [],
    steps: '',
    conditions: '',
    results: [{ name: result.name.vi, ...(result.code === 'local' ? {} : { code: result.code }) }],
    legalRefs: basis,
    decision: '',
    otherDecisions: [],
    internal: isInternalCode(code),
    isPublic: !isInternalCode(code),
    forCommuneSample: false,
    portalUrl: '',
    provenance: { how: 'definition', source: '', date: validFrom },
    assumed: {
      assumed: true,
      onlineLevel: online.level === 'none' ? 'info' : online.level,
      assurance: 2,
    },
  };
}
