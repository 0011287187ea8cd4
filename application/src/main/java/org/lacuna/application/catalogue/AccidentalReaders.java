package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.FRACTION;
import static org.lacuna.core.quantity.Dimension.FREQUENCY;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.apparatus.Square;
import org.lacuna.experiment.response.Accidental;
import org.lacuna.experiment.response.Accidental.InTiles;
import org.lacuna.experiment.response.Accidental.Nearest;
import org.lacuna.experiment.response.Accidental.Several;
import org.lacuna.experiment.response.MuonLine;
import org.lacuna.experiment.response.Signal;

/// The kinds of accidental signals.
final class AccidentalReaders {
  static final Map<String, Reader<? extends AtRate>> KINDS =
      Map.of(
          "nearest", AccidentalReaders::nearest,
          "several", AccidentalReaders::several,
          "in-tiles", AccidentalReaders::inTiles);

  private static final Map<String, Signal> TIMES =
      words(Signal.LKR, Signal.LAV, Signal.SAV, Signal.CHANTI);
  private static final Map<String, Signal> NUMBERS =
      words(Signal.SEGMENT, Signal.TILES, Signal.RICH_HITS);

  private static final double MHZ_PER_GHZ = 1e3;
  private static final double ALMOST_SURE = 0.999;

  /// What is known where the mean rate of the beam and the muon detector are.
  @FunctionalInterface
  interface AtRate {
    Accidental at(double meanMHz, MuonLine line);
  }

  private static Map<String, Signal> words(Signal... signals) {
    return Stream.of(signals)
        .collect(Collectors.toUnmodifiableMap(Signal::word, Function.identity()));
  }

  private static Supplier<AtRate> nearest(Card card) {
    var name = card.get("name", text(), "the detector");
    var signal = card.get("signal", choice(TIMES), "what it gives");
    var probability =
        card.get(
            "probability",
            quantity(FRACTION).between(0, ALMOST_SURE),
            "that there is one in the window");
    var within = card.get("within", quantity(TIME).above(0), "half of the window");
    return () -> {
      double share = probability.get();
      double halfNs = within.get();
      return (meanMHz, _) -> Nearest.of(name.get(), signal.get(), share, halfNs, meanMHz);
    };
  }

  private static Supplier<AtRate> several(Card card) {
    var name = card.get("name", text(), "the detector");
    var signal = card.get("signal", choice(NUMBERS), "what it gives");
    var mean = card.get("mean", number().between(0, 2), "number in the window of the cut");
    return () -> {
      double number = mean.get();
      return (meanMHz, _) -> Several.of(name.get(), signal.get(), number, meanMHz);
    };
  }

  private static Supplier<AtRate> inTiles(Card card) {
    var name = card.get("name", text(), "the detector");
    var rate = card.get("rate", quantity(FREQUENCY).atLeast(0), "without a beam");
    var ofBeam = card.get("of-beam", fraction(), "more of it, as a share of the rate of the beam");
    var inner = card.get("inner", fraction(), "share of the tiles around the axis");
    return () -> {
      double perNs = rate.get();
      double perNsMHz = ofBeam.get() / MHZ_PER_GHZ;
      double share = inner.get();
      return (_, line) -> {
        if (!(line.detector() instanceof Square square)) {
          throw new IllegalArgumentException(
              name.get() + ": tiles fill a square, which " + line.detector().name() + " is not");
        }
        return new InTiles(name.get(), line.tiles(), square.half(), perNs, perNsMHz, share);
      };
    };
  }

  private AccidentalReaders() {}
}
