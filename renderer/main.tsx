import { createRoot } from 'react-dom/client';
import { thisHost } from './app/host/this-host.ts';

createRoot(document.querySelector('#app')!).render(<p>{typeof thisHost}</p>);
