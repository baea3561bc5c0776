/**
 * `npm run gallery`: every house control in every state, on 127.0.0.1. `?language=fr`, `?theme=dark` and `?section=fields`
 * show it in another way.
 */
import { servePage } from '../browser/serve-page.ts';
import { buildGallery, builtGallery } from './build-gallery.ts';

await buildGallery();
const page = await servePage(builtGallery);
console.log(`The controls are at ${page.address}. Ctrl+C ends.`);
process.once('SIGINT', () => void page.close());
