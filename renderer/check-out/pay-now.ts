/** When a rental is paid: at its return, or before the car goes out and how. */
export const payNowChoices = ['later', 'card', 'cash', 'twint'] as const;
export type PayNow = (typeof payNowChoices)[number];
