package org.lacuna.application.catalogue;

import static org.lacuna.application.card.Kind.fraction;
import static org.lacuna.application.card.Kind.quantity;
import static org.lacuna.application.card.Kind.text;
import static org.lacuna.core.quantity.Dimension.ENERGY;

import java.util.Map;
import java.util.function.Supplier;
import org.lacuna.application.card.Card;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.response.FarScattering;

/// The kinds of scattering by large angles.
final class ScatteringReaders {
  static final Map<String, Reader<? extends FarScattering>> LAYERS =
      Map.of("coulomb", ScatteringReaders::coulomb, "nuclear", ScatteringReaders::nuclear);

  private static Supplier<FarScattering> coulomb(Card card) {
    var name = card.get("name", text(), "the layer");
    var strength = card.get("strength", quantity(ENERGY).above(0), "characteristic angle times p");
    var scale = card.get("form-factor", quantity(ENERGY).above(0), "scale q0 of exp(-(q/q0)^2)");
    var share = card.get("share", fraction(), "probability at which the tail starts");
    return () -> FarScattering.coulomb(name.get(), strength.get(), scale.get(), share.get());
  }

  private static Supplier<FarScattering> nuclear(Card card) {
    var name = card.get("name", text(), "the layer");
    var probability = card.get("probability", fraction(), "of one scattering");
    var scale = card.get("slope", quantity(ENERGY).above(0), "scale q0 of exp(-(q/q0)^2)");
    return () -> FarScattering.nuclear(name.get(), probability.get(), scale.get());
  }

  private ScatteringReaders() {}
}
