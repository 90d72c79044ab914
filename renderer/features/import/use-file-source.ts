import { useEffect, useState } from 'react';
import type { WatchedFile } from '../../../shared/ipc/watched-folder-contract.ts';
import { useLedger } from '../../application/ledger-context.tsx';
import { bridge } from '../../bridge/bridge.ts';

/** A larger file is not fetched only to say what it is. */
const largestLook = 2_000_000;

/** What a file of the watched folder is, in a few words; undefined while or where it is not known. */
export const useFileSource = ({ hash, size }: WatchedFile): string | undefined => {
  const { importProfiles } = useLedger();
  const [bytes, setBytes] = useState<{ readonly hash: string; readonly bytes: Uint8Array }>();
  useEffect(() => {
    if (size > largestLook) return undefined;
    let isOld = false;
    void bridge.watchedFileRead(hash).then((answer) => {
      if (!isOld && answer.ok) setBytes({ hash, bytes: answer.value.bytes });
    });
    return () => {
      isOld = true;
    };
  }, [hash, size]);
  const [source, setSource] = useState<string>();
  useEffect(() => {
    setSource(undefined);
    if (bytes?.hash !== hash) return undefined;
    let isOld = false;
    // The readers are not part of the first screen: they come when a file waits.
    void import('./source-of-file.ts').then(({ sourceOfFile }) => {
      if (!isOld) setSource(sourceOfFile(bytes.bytes, importProfiles.values()));
    });
    return () => {
      isOld = true;
    };
  }, [bytes, hash, importProfiles]);
  return source;
};
