package org.lacuna.application.catalogue;

import org.lacuna.experiment.simulation.Apparatus;

/// Something that is made for an apparatus: a cut that asks for its planes, a step that needs its
/// field. What needs nothing of it ignores it.
@FunctionalInterface
public interface InApparatus<T> {
  T in(Apparatus apparatus);
}
