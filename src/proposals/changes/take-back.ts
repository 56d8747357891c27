import path from 'node:path';
import fs from 'fs-extra';
import { isRealDirectory, removeFile } from '../../disk/directory.ts';
import { flushParents, renameExclusively } from '../../disk/durable.ts';
import { isOwn } from '../../disk/own.ts';
import { orUndefined } from '../../or-undefined.ts';
import { exists } from '../store.ts';
import { fingerprint, isOneFile, keptOld, pathsOf, type StepPaths } from './paths.ts';
import type { ChangeRecord, ChangeStep } from './record.ts';

/**
 * Every file as it was before; what was not done yet needs nothing.
 * @throws what is in the way
 */
export function takeBack(record: ChangeRecord): void {
  const { root, steps } = record;
  const all = steps.map((step, index) => ({ step, at: pathsOf(record, step, index) }));
  for (const { step, at } of all.toReversed()) takeStepBack(step, at, root);
  flushParents(all.flatMap(({ at }) => (exists(path.dirname(at.place)) ? [at.place] : [])));
}

/**
 * Removes what was kept until everything was done.
 * @returns whether nothing is left of it
 */
export function discard(record: ChangeRecord): boolean {
  const results = record.steps.flatMap((step, index) => {
    const { next, olds } = pathsOf(record, step, index);
    return [next, ...olds].map((file) => orUndefined(() => removeFile(file) ?? true) ?? false);
  });
  return results.every(Boolean);
}

/** What is no more as it was left: files that were written since, and a proposal that is there twice or not at all. */
export function changedSince(record: ChangeRecord): string[] {
  return record.steps.flatMap((step, index) => {
    const at = pathsOf(record, step, index);
    if (step.kind === 'move') {
      const from = path.join(record.root, step.from);
      const isThere = exists(at.place) || isAside(record, at.place);
      const isClear = isOneFile(from, at.place) || exists(from) !== isThere;
      return isClear ? [] : [from];
    }
    if (step.kind !== 'text' && step.kind !== 'link') return [];
    const old = keptOld(at);
    if (old === undefined) return [];
    const now = fingerprint(at.place);
    const isAsLeft = now === undefined || now === step.after || now === fingerprint(old);
    return isAsLeft ? [] : [at.place];
  });
}

function isAside(record: ChangeRecord, place: string): boolean {
  const all = record.steps.map((step, index) => pathsOf(record, step, index));
  return all.some((at) => at.place === place && keptOld(at) !== undefined);
}

function takeStepBack(step: ChangeStep, at: StepPaths, root: string): void {
  switch (step.kind) {
    case 'temporary':
      removeTemporary(at.place);
      return;
    case 'move':
      moveBack(path.join(root, step.from), at.place);
      return;
    case 'text':
    case 'link':
      putBack(step, at);
      return;
    case 'file':
      if (fingerprint(at.place) === step.after) removeFile(at.place);
      removeFile(at.next);
      return;
    case 'directory':
      orUndefined(() => fs.rmdirSync(at.place));
  }
}

function removeTemporary(directory: string): void {
  const stat = fs.lstatSync(directory, { throwIfNoEntry: false });
  if (stat?.isDirectory() && isOwn(stat)) fs.removeSync(directory);
}

function moveBack(from: string, target: string): void {
  if (isOneFile(from, target)) fs.unlinkSync(target);
  else if (!exists(from) && exists(target)) {
    if (isRealDirectory(target)) fs.renameSync(target, from);
    else if (!renameExclusively(target, from)) throw new Error(`${from} exists again`);
  }
}

function putBack({ after }: { after: string }, at: StepPaths): void {
  const old = keptOld(at);
  if (old !== undefined) {
    const now = fingerprint(at.place);
    if (now === after) fs.renameSync(old, at.place);
    else if (now === undefined) renameExclusively(old, at.place);
    else removeFile(old);
  }
  removeFile(at.next);
}
