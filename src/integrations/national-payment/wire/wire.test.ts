import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { initFor } from '../order.ts';
import { anOrder, morning, shared } from '../testing/builders.ts';
import { readMessage } from './read.ts';
import { initRequest, queryRequest } from './requests.ts';
import { sealed, sealFits } from './seal.ts';
import { isWireText } from './text.ts';
import { instantOfWire, wireTime } from './time.ts';

const reference = 'MC26K25ABCDEFGH12345';

describe('times on the wire', () => {
  it('are those of Viet Nam', () => {
    assert.equal(wireTime(morning), '20261125094100');
    assert.equal(wireTime(Date.UTC(2026, 11, 31, 17)), '20270101000000');
  });
  it('come back to the second', () => {
    const instants = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2999, 0, 1) });
    fc.assert(
      fc.property(instants, (at) => {
        assert.equal(instantOfWire(wireTime(at)), Math.floor(at / 1000) * 1000);
      }),
    );
  });
  it('name a real moment', () => {
    for (const text of [
      '20260229000000',
      '20261301000000',
      '20261125246000',
      '2026112509410',
      ' 20261125094100',
    ])
      assert.equal(instantOfWire(text), undefined, text);
    assert.equal(instantOfWire('20280229235959'), Date.UTC(2028, 1, 29, 16, 59, 59));
  });
});

describe('texts on the wire', () => {
  it('may be Vietnamese, and nothing that shifts or hides', () => {
    for (const text of ['', 'Lệ phí “đất” 測量 🏠', '"\\/<>']) assert.ok(isWireText(text), text);
    for (const text of ['|', 'a\tb', 'a\rb', '\u0000', '\u0085', '\u2029', '\ufeffa', '\ud800', 'e\u0301'])
      assert.ok(!isWireText(text), JSON.stringify(text));
  });
});

describe('the seal', () => {
  // By sha256sum over the joined text, not by this code.
  it('of a QUERY is the one counted by hand', () => {
    const fields = { PhienBan: '1.0.6', MaDoiTac: shared.partner, MaThamChieu: reference } as const;
    const text = sealed(
      queryRequest,
      { LoaiBanTin: 'QUERY', ...fields, ThoiGianGD: '20261125094100' },
      shared.secret,
    );
    assert.equal(
      text,
      '{"LoaiBanTin":"QUERY","PhienBan":"1.0.6","MaDoiTac":"MOTCUA-TG","MaThamChieu":"MC26K25ABCDEFGH12345",' +
        '"ThoiGianGD":"20261125094100","MaXacThuc":"cdb6d9ec0e24527e272bf730b99284853dd8b6e5fa25dc746d5835fac5b630f4"}',
    );
  });
  it('of an INIT too: fourteen fields in the order of the protocol', () => {
    const init = initFor(anOrder({ reference }), shared.partner, shared.secret);
    assert.ok('body' in init);
    const read = readMessage(initRequest, new TextEncoder().encode(init.body));
    assert.ok(read.ok);
    assert.equal(read.value.MaXacThuc, 'a0e36be0ada6c2ef8ef8b3adebec232b71c1ed98560b7e74f3c1929215d460e4');
    assert.ok(sealFits(initRequest, read.value, shared.secret));
    assert.ok(!sealFits(initRequest, read.value, 'khac'));
    assert.ok(!sealFits(initRequest, { ...read.value, SoTien: '150001' }, shared.secret));
  });
});

describe('an INIT', () => {
  it('says each fee with its kind, and whose money it is', () => {
    const init = initFor(anOrder(), shared.partner, shared.secret);
    assert.ok('body' in init);
    const { ThongTinBienLai: receipt, UrlTroVe } = JSON.parse(init.body);
    assert.deepEqual(receipt.PhiLePhi, [
      { LoaiPhiLePhi: '1', MaPhiLePhi: 'PHI-01', TenPhiLePhi: 'Phí thẩm định', SoTien: '100000' },
      { LoaiPhiLePhi: '1', MaPhiLePhi: 'LPHI-02', TenPhiLePhi: 'Lệ phí cấp giấy phép', SoTien: '50000' },
    ]);
    assert.deepEqual(
      [receipt.TKThuHuong, receipt.MaNHThuHuong, receipt.KhoBac, receipt.TaiKhoanThuNSNN, receipt.DSKhoanNop],
      ['0011002233445', '970436', '0761', '3511', []],
    );
    assert.equal(UrlTroVe, 'http://localhost:9/thanh-toan/ve');
  });
});
