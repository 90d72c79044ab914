import { Button, Group } from '@mantine/core';
import { useLocation } from 'wouter';
import type { WatchedFile } from '../../../shared/ipc/watched-folder-contract.ts';
import { places } from '../../application/places.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFileSource } from './use-file-source.ts';
import { useWatchedFiles } from './use-watched-files.ts';
import classes from './watched-files.module.css';

const FileSource = ({ file }: { readonly file: WatchedFile }) => {
  const source = useFileSource(file);
  return source === undefined ? null : <span className={classes.source}> ({source})</span>;
};

/** A new file in the watched folder, proposed on every screen but where one imports. */
export const WatchedFilesBanner = () => {
  const [place] = useLocation();
  const { files, importFiles, decline } = useWatchedFiles();
  const [first] = files;
  // The week has its own list, and whoever imports already needs no reminder of it.
  if (!first || place === places.week || place === places.import) return null;
  return (
    <Notice
      tone="info"
      action={
        <Group gap="xs" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" onClick={() => void decline(files)}>
            Ignorer
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => importFiles(files)}>
            {files.length === 1 ? 'Importer' : `Importer les ${files.length}`}
          </Button>
        </Group>
      }
    >
      {files.length === 1 ? (
        <>
          Nouveau fichier dans votre dossier{'\u00A0'}: {first.name}
          <FileSource file={first} />
        </>
      ) : (
        `${files.length} nouveaux fichiers dans votre dossier`
      )}
    </Notice>
  );
};

const shownFiles = 5;

const FileRow = ({
  file,
  onImport,
  onDecline,
}: {
  readonly file: WatchedFile;
  readonly onImport: () => void;
  readonly onDecline: () => void;
}) => (
  <li className={classes.file}>
    <span className={classes.name} title={file.name}>
      {file.name}
      <FileSource file={file} />
    </span>
    <Button size="compact-sm" variant="subtle" aria-label={`Ignorer ${file.name}`} onClick={onDecline}>
      Ignorer
    </Button>
    <Button size="compact-sm" variant="default" aria-label={`Importer ${file.name}`} onClick={onImport}>
      Importer
    </Button>
  </li>
);

/** « Ma semaine »: the files that wait in the watched folder. Nothing where none does. */
export const WatchedFilesCard = () => {
  const { files, importFiles, decline } = useWatchedFiles();
  if (files.length === 0) return null;
  return (
    <section className={classes.card} aria-label="Nouveaux fichiers dans votre dossier">
      <header className={classes.header}>
        <h2>
          {files.length === 1
            ? 'Nouveau fichier dans votre dossier'
            : `${files.length} nouveaux fichiers dans votre dossier`}
        </h2>
        {files.length > 1 && (
          <Group gap="xs">
            <Button size="compact-sm" variant="subtle" onClick={() => void decline(files)}>
              Tout ignorer
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => importFiles(files)}>
              Tout importer
            </Button>
          </Group>
        )}
      </header>
      <ul className={classes.files}>
        {files.slice(0, shownFiles).map((file) => (
          <FileRow
            key={file.hash}
            file={file}
            onImport={() => importFiles([file])}
            onDecline={() => void decline([file])}
          />
        ))}
      </ul>
      {files.length > shownFiles && <p className={classes.more}>… et {files.length - shownFiles} autres.</p>}
    </section>
  );
};
