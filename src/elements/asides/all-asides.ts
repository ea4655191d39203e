/** The pages over whatever the app shows: loaded when one is opened, since most visits never see them. */
import '../help/hb-help.ts';
import '../preferences/hb-preferences.ts';
