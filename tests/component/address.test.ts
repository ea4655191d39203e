import { linkFromAddress, rememberInAddress, wirePortFromAddress } from '../../src/app/address.ts';
import { assert } from '../fixtures/screens/mount.ts';

describe('the address', () => {
  it('names the link to go back to after a reload', () => {
    assert.equal(linkFromAddress({ hash: '#usb' }), 'webhid');
    assert.equal(linkFromAddress({ hash: '#process' }), 'simulator-process');
    for (const hash of ['', '#', '#simulator-frame', '#javascript:alert(1)'])
      assert.isUndefined(linkFromAddress({ hash }));
  });

  it('remembers a link in place, without a step in the history', () => {
    const urls: unknown[] = [];
    const parts = {
      location: { pathname: '/app/', search: '?process=9000' },
      history: {
        state: undefined,
        replaceState: (_data: unknown, _title: string, url?: unknown) => void urls.push(url),
      },
    };
    rememberInAddress('webhid', parts);
    rememberInAddress('simulator-frame', parts);
    rememberInAddress(undefined, parts);
    assert.deepEqual(urls, ['/app/?process=9000#usb', '/app/?process=9000', '/app/?process=9000']);
  });

  it('takes a port and nothing else', () => {
    assert.equal(wirePortFromAddress({ search: '?process=9001' }), 9001);
    for (const search of [
      '',
      '?process=',
      '?process=0',
      '?process=65536',
      '?process=9001/x',
      '?process=1e3',
      '?process=@evil',
    ])
      assert.isUndefined(wirePortFromAddress({ search }), search);
  });
});
