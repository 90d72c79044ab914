/**
 * Milliseconds after which a test of an attack fails by its own timeout. The files are refused in a few hundred;
 * the rest is for making them, on a machine that is busy with other tests. One that is not capped takes minutes.
 */
export const attackTime = 30_000;
