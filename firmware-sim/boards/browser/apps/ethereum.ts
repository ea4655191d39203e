/** A script of its own, handed to the frame behind the one with the keys. */
import { createEthereumApp } from '../../../core/apps/ethereum/ethereum-app.ts';
import { addApp } from '../kit/shelf.ts';

addApp(createEthereumApp());
