package org.lacuna.application.catalogue;

import java.util.Map;
import java.util.function.DoubleFunction;
import org.lacuna.application.card.Reader;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.selection.Cut;
import org.lacuna.physics.decay.DecayModel;

/// Types that cards may name, by the name that `type` gives them.
///
/// Lacuna's own are in the same tables as those of others. A jar adds to them with one class that
/// implements this interface, named in its file
/// `META-INF/services/org.lacuna.application.catalogue.Plugin`; the program finds it when the jar
/// is given with `--plugin`. A name that is taken is refused.
public interface Plugin {
  /// Shapes of planes.
  default Map<String, Reader<? extends Plane>> planes() {
    return Map.of();
  }

  /// Steps of the reconstruction.
  default Map<String, Reader<? extends InApparatus<? extends Step>>> steps() {
    return Map.of();
  }

  /// Cuts of the selection.
  default Map<String, Reader<? extends InApparatus<Cut>>> cuts() {
    return Map.of();
  }

  /// Decays of fixed rate.
  default Map<String, Reader<? extends DecayModel>> processes() {
    return Map.of();
  }

  /// Signals: a model for each mass in GeV.
  default Map<String, Reader<? extends DoubleFunction<? extends DecayModel>>> signals() {
    return Map.of();
  }
}
