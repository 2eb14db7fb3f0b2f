/** Type of what the palette drags: the text is the type of the block or the kind of the object. */
export const dragType = 'application/x-signalbox-new';
