/** The queue that holds interactions whose strategy failed, and what waits for a person. */
export const errorQueue = 'ErrorHeld';
