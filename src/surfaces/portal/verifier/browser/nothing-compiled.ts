import { z } from 'zod';

// The file's own policy lets nothing be compiled, and schemas ask whether they may when they are made: this comes first.
z.config({ jitless: true });
