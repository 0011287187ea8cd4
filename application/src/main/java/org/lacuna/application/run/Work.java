package org.lacuna.application.run;

/// A piece of work that does not depend on the others. What it makes it stores under its own
/// number, so that the order in which threads finish does not matter.
interface Work {
  void on(Worker worker);

  /// What it costs, in decays thrown, for the progress.
  double cost();
}
