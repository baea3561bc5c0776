import type { HandoverPaper, HandoverPhoto } from '#shared/contracts/handover-paper.ts';
import { formatInstant } from '#shared/time/format-time.ts';
import { type Block, beside, paragraph, space, stack } from './drawing/block.ts';
import { type Flow, contentWidth } from './drawing/flow.ts';
import { mm } from './drawing/measure.ts';
import { picture } from './drawing/picture.ts';
import { styles } from './drawing/styles.ts';
import type { HandoverTexts } from './texts/handover.ts';

const perRow = 3;
const gap = mm(5);
const width = (contentWidth - gap * (perRow - 1)) / perRow;
/** As a phone's camera sees: 4 to 3. What is upright is narrower, not higher. */
const height = (width * 3) / 4;

/** The photos after the first page, three to a row, each with its caption below. */
export function placePhotos(
  flow: Flow,
  { photos }: HandoverPaper,
  texts: HandoverTexts,
  isFirstPage: boolean,
): void {
  if (photos.length === 0) return;
  if (isFirstPage) flow.turn();
  else flow.skip(mm(8));
  const title = stack(
    paragraph(texts.photos, { ...styles.title, size: 14, role: 'H2' }, { width: contentWidth }),
    space(mm(3)),
  );
  for (let at = 0; at < photos.length; at += perRow) {
    const row = photos.slice(at, at + perRow).map((photo, column) => ({
      at: column * (width + gap),
      block: photoBlock(photo, at + column + 1, texts),
    }));
    flow.place(stack(...(at === 0 ? [title] : []), beside(...row), space(mm(4))));
  }
}

function photoBlock(photo: HandoverPhoto, number: number, texts: HandoverTexts): Block {
  const { image, damage, caption, takenAt } = photo;
  const title = [texts.photo(number), ...(damage === null ? [] : [texts.damageNumber(damage)])].join(' · ');
  const alternative = [title, ...(caption === null ? [] : [caption])].join(', ');
  const drawn = picture(image, { width, height, alternative });
  return stack(
    drawn,
    // Captions of a row stand on one line, however low their picture is.
    space(Math.max(0, height - drawn.height) + 3),
    paragraph(title, styles.strong, { width }),
    paragraph(caption ?? '', styles.body, { width }),
    paragraph(formatInstant(takenAt), styles.small, { width }),
  );
}
