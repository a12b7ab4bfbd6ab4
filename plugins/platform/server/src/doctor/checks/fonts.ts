import { type DoctorCheck, type Finding, well, wrong } from '../../../../kit/src/doctor';
import { readFaces } from '../../documents/typeset';
import { BREAK, thaiBreaks } from '../../documents/thai-breaks';

/** Several Thai words: a Node without the dictionaries of ICU finds one. */
const SAMPLE = 'ใบกำกับภาษีอิเล็กทรอนิกส์';

/** What Thai documents need: Sarabun in four faces, and the dictionary that says where a line may break. */
export const fontsCheck = (
  { readFonts, breaks }: { readFonts: () => Promise<unknown>; breaks: (text: string) => string } = {
    readFonts: readFaces,
    breaks: thaiBreaks,
  },
): DoctorCheck => ({
  name: 'fonts',
  async run() {
    const faces: Finding = await readFonts().then(
      () => well('fonts'),
      (error: unknown) => wrong('fonts_missing', { reason: error instanceof Error ? error.message : String(error) }),
    );
    return [faces, breaks(SAMPLE).includes(BREAK) ? well('thai_breaks') : wrong('thai_breaks_missing')];
  },
});
