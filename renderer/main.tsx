import './ui/layers.css';
// In layers, so that a screen's own styles win in whatever order its chunk is loaded.
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './ui/fonts.css';
import './ui/surfaces.css';
import 'dayjs/locale/fr';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { Application } from './application/application.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// No StrictMode: in development it would open the ledger twice, and there is one owner of the database.
createRoot(root).render(<Application styleNonce={nonce} />);
