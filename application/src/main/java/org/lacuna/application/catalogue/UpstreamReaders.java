package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.ENERGY;
import static org.lacuna.core.quantity.Dimension.LENGTH;

import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Numeric;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.beam.UpstreamLine.Bend;
import org.lacuna.experiment.beam.UpstreamLine.Channel;
import org.lacuna.experiment.beam.UpstreamLine.Element;

/// What may stand in the beam line before the last station.
final class UpstreamReaders {
  static final Map<String, Reader<? extends Element>> ELEMENTS =
      Map.of("bend", UpstreamReaders::bend, "channel", UpstreamReaders::channel);

  private static final Numeric HALF = quantity(LENGTH).above(0);

  private static Supplier<Bend> bend(Card card) {
    var name = card.get("name", text(), "of the magnet");
    var z = card.get("z", quantity(LENGTH), "middle of the magnet");
    var x = card.get("kick-x", quantity(ENERGY), "horizontally, of a positive particle");
    var y = card.get("kick-y", quantity(ENERGY), "upwards, of a positive particle");
    return () -> new Bend(name.get(), single(z.get()), single(x.get()), single(y.get()));
  }

  private static Supplier<Channel> channel(Card card) {
    var name = card.get("name", text(), "of what has the channel");
    var from = card.get("from", quantity(LENGTH), "its front");
    var to = card.get("to", quantity(LENGTH), "its back");
    var centre = card.get("centre-y", quantity(LENGTH), "middle of the channel, upwards");
    var halfX = card.get("half-x", HALF, "half of its width");
    var halfY = card.get("half-y", HALF, "half of its height");
    return () ->
        new Channel(
            name.get(),
            single(from.get()),
            single(to.get()),
            single(centre.get()),
            single(halfX.get()),
            single(halfY.get()));
  }

  private static float single(double value) {
    return (float) value;
  }

  private UpstreamReaders() {}
}
