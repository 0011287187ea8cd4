package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.choice;
import static org.lacuna.application.card.Kind.number;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.FRACTION;
import static org.lacuna.core.quantity.Dimension.TIME;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.response.Accidental;
import org.lacuna.experiment.response.Accidental.Nearest;
import org.lacuna.experiment.response.Accidental.Several;
import org.lacuna.experiment.response.Signal;

/// The kinds of accidental signals.
final class AccidentalReaders {
  static final Map<String, Reader<? extends AtRate>> KINDS =
      Map.of("nearest", AccidentalReaders::nearest, "several", AccidentalReaders::several);

  private static final Map<String, Signal> TIMES =
      words(Signal.LKR, Signal.LAV, Signal.SAV, Signal.CHANTI);
  private static final Map<String, Signal> NUMBERS =
      words(Signal.SEGMENT, Signal.TILES, Signal.RICH_HITS);

  private static final double ALMOST_SURE = 0.999;

  /// What is known at the mean rate of the beam only.
  @FunctionalInterface
  interface AtRate {
    Accidental at(double meanMHz);
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
      return meanMHz -> Nearest.of(name.get(), signal.get(), share, halfNs, meanMHz);
    };
  }

  private static Supplier<AtRate> several(Card card) {
    var name = card.get("name", text(), "the detector");
    var signal = card.get("signal", choice(NUMBERS), "what it gives");
    var mean = card.get("mean", number().between(0, 2), "number in the window of the cut");
    return () -> {
      double number = mean.get();
      return meanMHz -> Several.of(name.get(), signal.get(), number, meanMHz);
    };
  }

  private AccidentalReaders() {}
}
