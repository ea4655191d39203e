/** A script of its own, handed to the frame behind the one with the keys. */
import { createBitcoinApp } from '../../../core/apps/bitcoin/bitcoin-app.ts';
import { addApp } from '../kit/shelf.ts';

addApp(createBitcoinApp());
