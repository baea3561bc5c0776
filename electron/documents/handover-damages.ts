import type { HandoverDamage, HandoverPaper } from '#shared/contracts/handover-paper.ts';
import { describePlace, describeSize } from '#shared/fleet/damage-words.ts';
import { perMille } from '#shared/fleet/per-mille.ts';
import { formatDay } from '#shared/time/format-time.ts';
import { dayOf } from '#shared/time/instant.ts';
import { type Block, beside, paragraph, rule, space, stack } from './drawing/block.ts';
import { markBlock } from './drawing/damage-mark.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { ink, mm } from './drawing/measure.ts';
import { styles } from './drawing/styles.ts';
import type { HandoverTexts } from './texts/handover.ts';

/** Left edges of number, damage, place, since, status, photos. */
const columns = [mm(0), mm(9), mm(54), mm(110), mm(130), mm(158)] as const;

/** The list beside the sketch: every mark in words. `foot` stays with the last of them. */
export function placeDamageList(flow: Flow, paper: HandoverPaper, texts: HandoverTexts, foot: Block): void {
  const { damages } = paper;
  if (damages.length === 0) {
    flow.place(stack(paragraph(texts.noDamages, styles.body, { width: contentWidth }), foot));
    return;
  }
  flow.table(
    head(texts),
    damages.map((damage, at) => row(damage, at + 1, photosOf(paper, at + 1), texts)),
    foot,
  );
}

function head(texts: HandoverTexts): Block {
  const labels = [texts.number, texts.damage, texts.place, texts.foundOn, texts.status, texts.photos];
  return stack(
    cells(labels.map((label) => (width) => paragraph(label, styles.label, { width }))),
    space(2),
    rule(contentWidth, 0.8, ink),
  );
}

function row(damage: HandoverDamage, number: number, photos: string, texts: HandoverTexts): Block {
  const { kind, status, note, foundAt } = damage;
  const isNews = status !== 'known';
  const body = (text: string) => (width: number) => stack(space(1), paragraph(text, styles.body, { width }));
  return stack(
    space(1.4),
    cells([
      () => markBlock(number, status),
      (width) =>
        stack(
          space(1),
          paragraph(texts.kind[kind], styles.body, { width }),
          paragraph(describeSize(texts, damage.kind, damage.size), styles.small, { width }),
        ),
      (width) =>
        stack(
          space(1),
          paragraph(placeOf(damage, texts), styles.body, { width }),
          paragraph(note ?? '', styles.small, { width }),
        ),
      body(formatDay(dayOf(foundAt))),
      (width) =>
        stack(space(1), paragraph(texts.statusWord[status], isNews ? styles.strong : styles.body, { width })),
      body(photos),
    ]),
    space(2),
    rule(contentWidth),
  );
}

function cells(make: readonly ((width: number) => Block)[]): Block {
  return beside(
    ...make.map((cell, at) => {
      const from = columns[at] ?? 0;
      const to = columns[at + 1] ?? contentWidth + mm(2);
      return { at: from, block: cell(to - from - mm(2)) };
    }),
  );
}

/** `Tür vorne, links` */
export function placeOf({ view, x, y }: HandoverDamage, texts: HandoverTexts): string {
  return describePlace(texts, view, { x: perMille(x), y: perMille(y) });
}

/** `1, 4` */
function photosOf({ photos }: HandoverPaper, number: number): string {
  return photos.flatMap(({ damage }, at) => (damage === number ? [String(at + 1)] : [])).join(', ');
}
