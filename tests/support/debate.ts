/** A debate of an invented House, in the shape in which Parliament’s Hansard API serves one. */
const spoken = (OrderInSection: number, MemberId: number | null, AttributedTo: string | null, Value: string, HRSTag = 'hs_Para') => ({
  ItemType: 'Contribution',
  ItemId: OrderInSection,
  MemberId,
  AttributedTo,
  Value,
  OrderInSection,
  HRSTag,
});

export const DEBATE = {
  Overview: { Id: 1, ExtId: 'AAAA1111-0000-4000-8000-000000000001', Title: 'The Bridge', Date: '2026-09-01T00:00:00', House: 'Commons', Location: 'Commons Chamber' },
  Navigator: [],
  Items: [
    spoken(1, 11, 'Dr Ann Able (North Bank) (PtA)', '<Question>1. <QuestionText>Whether the bridge should be built before the next winter comes to the river. </QuestionText></Question>', 'Question'),
    spoken(2, 12, 'The Secretary of State for Rivers (Bea Baker)', 'The bridge will be looked at by my Department before any of us decides about it.'),
    spoken(3, 11, 'Dr Able', 'The bridge should be built at once, and my right hon. Friend knows that well. The Minister said that the bridge is\r\n\r\n“a matter of trust for everybody in the country.”\r\n\r\nSo be it.'),
    spoken(4, null, null, '<span id="78" class="column-number column-only" data-column-number="78"></span>', 'hs_ColumnNumber'),
    spoken(5, 1, 'Mr Speaker', 'I call the shadow Rivers Secretary, because the bridge should be built or not built in good order.'),
    spoken(6, 1, 'Mr Speaker', 'I call the shadow Rivers Secretary.'),
    spoken(
      7,
      13,
      'Cat Cole (South Bank) (PtB)',
      'The ferry is good enough for everyone here &amp; the bridge should never be built by <em>any</em> Government.<span class="column-number" data-column-number="79"></span> Drivers should not be asked to pay a toll on any bridge of ours.',
    ),
    spoken(8, 14, 'Dan Dole (Far Bank) (XYZ)', 'The bridge should be built by us alone, and nobody else should have a say in it.'),
    spoken(9, 15, 'Eve Able (West Bank) (XYZ)', 'The bridge should be built with the money of other people and not with our own.'),
    spoken(10, null, 'Several hon. Members', 'The bridge should be built here and now, and we all want it to be so.'),
    spoken(11, null, 'Madam Deputy Speaker (Fay Fox)', 'The bridge should be built, but the House should now come to order and listen.'),
    spoken(12, null, 'Able', 'The bridge should be built by whom it may concern, and nobody knows who says this.'),
  ],
  ChildDebates: [],
};
