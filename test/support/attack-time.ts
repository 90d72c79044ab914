/** Milliseconds within which a hostile file is refused: the test fails on its own timeout, nothing is measured. */
export const attackTime = 3000;
