package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.table;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.LENGTH;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Numeric;
import org.lacuna.application.card.Reader;
import org.lacuna.application.card.Table;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Octagon;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Ring;
import org.lacuna.experiment.apparatus.RingSeries;
import org.lacuna.experiment.apparatus.RingSeries.Thick;
import org.lacuna.experiment.apparatus.Square;

/// The shapes of planes.
final class PlaneReaders {
  static final Map<String, Reader<? extends Plane>> PLANES =
      Map.of(
          "disc", PlaneReaders::disc,
          "four-views", PlaneReaders::fourViews,
          "octagon", PlaneReaders::octagon,
          "ring", PlaneReaders::ring,
          "ring-series", PlaneReaders::ringSeries,
          "square", PlaneReaders::square);

  private static final Numeric SIZE = quantity(LENGTH).atLeast(0);

  private static Supplier<Disc> disc(Card card) {
    var name = name(card);
    var z = z(card);
    var radius = metres(card, "radius", SIZE, "of the disc around the axis");
    return () -> new Disc(name.get(), z.get(), radius.get());
  }

  private static Supplier<Ring> ring(Card card) {
    var name = name(card);
    var z = z(card);
    var holeX = metres(card, "hole-x", quantity(LENGTH), "centre of the hole");
    var hole = metres(card, "hole", SIZE, "radius of the hole");
    var outer = metres(card, "outer", SIZE, "radius of the disc around the axis");
    return () -> new Ring(name.get(), z.get(), holeX.get(), hole.get(), outer.get());
  }

  private static Supplier<FourViews> fourViews(Card card) {
    var name = name(card);
    var z = z(card);
    var holeX = metres(card, "hole-x", quantity(LENGTH), "centre of the gaps");
    var gap = metres(card, "gap", SIZE, "half of the width of the gap in each view");
    var outer = metres(card, "outer", SIZE, "radius of the chamber around the axis");
    return () -> new FourViews(name.get(), z.get(), holeX.get(), gap.get(), outer.get());
  }

  private static Supplier<Octagon> octagon(Card card) {
    var name = name(card);
    var z = z(card);
    var hole = metres(card, "hole", SIZE, "radius of the hole on the axis");
    var apothem = metres(card, "apothem", SIZE, "distance of the sides from the axis");
    return () -> new Octagon(name.get(), z.get(), hole.get(), apothem.get());
  }

  private static Supplier<Square> square(Card card) {
    var name = name(card);
    var z = z(card);
    var hole = metres(card, "hole", SIZE, "radius of the hole on the axis, 0 for none");
    var half = metres(card, "half", SIZE, "half of the length of a side");
    return () -> new Square(name.get(), z.get(), hole.get(), half.get());
  }

  private static Supplier<RingSeries> ringSeries(Card card) {
    var name = name(card);
    var rings =
        card.get(
            "rings",
            table(
                new Table.Column("frontM", SIZE, "m"),
                new Table.Column("backM", SIZE, "m"),
                new Table.Column("innerM", SIZE, "m"),
                new Table.Column("outerM", SIZE, "m")),
            "front and back face, inner and outer radius of each ring");
    return () ->
        new RingSeries(name.get(), rings.get().rows().stream().map(PlaneReaders::thick).toList());
  }

  private static Thick thick(List<Double> row) {
    return new Thick(
        row.get(0).floatValue(),
        row.get(1).floatValue(),
        row.get(2).floatValue(),
        row.get(3).floatValue());
  }

  private static Supplier<String> name(Card card) {
    return card.get("name", text(), "what messages and replays call it");
  }

  private static Supplier<Float> z(Card card) {
    return metres(card, "z", quantity(LENGTH).between(0, 300), "place along the beam");
  }

  /// A length, rounded once to what columns hold.
  private static Supplier<Float> metres(Card card, String key, Numeric length, String meaning) {
    return card.get(key, length.map(Double::floatValue), meaning);
  }

  private PlaneReaders() {}
}
