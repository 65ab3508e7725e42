/** Address of a payment page; whoever has it may pay. @param code as stored, e.g. `7K3Q9ZPM2C4E`. */
export const payPath = (code: string, rest = ''): string => `/thanh-toan/${code}${rest}`;

/** The QR code of a share of it as a picture. */
export const picturePath = (code: string, payee: string): string => payPath(code, `/ma-qr/${payee}`);

/** How often a page that waits for a gateway loads itself again, and after how many times it stops. */
export const againSeconds = 5;
export const mostAgain = 24;

/** The page while somebody waits for the word of the gateway. */
export const waitingPath = (code: string, left = mostAgain): string => payPath(code, `?cho=${left}`);
