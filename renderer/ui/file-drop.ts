import type { DragEvent, HTMLAttributes } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/**
 * What an element needs to take files that are dropped on it. It carries `data-over` while files hang over it,
 * so that its style can say so; anything else that is dragged passes by.
 */
export const fileDrop = (
  onFiles: (files: readonly File[]) => void,
): Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'> => ({
  onDragOver: (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    event.currentTarget.dataset.over = '';
  },
  onDragLeave: (event) => {
    // Leaving a child for its parent is no leave.
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    delete event.currentTarget.dataset.over;
  },
  onDrop: (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    delete event.currentTarget.dataset.over;
    onFiles([...event.dataTransfer.files]);
  },
});
