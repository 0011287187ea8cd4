package org.lacuna.analysis.sample;

import org.lacuna.experiment.simulation.Result;
import org.lacuna.experiment.simulation.Simulation;

/// What became of the events of one process.
///
/// @param simulation how they were made
/// @param result what is kept of them
public record Sample(Simulation simulation, Result result) {

  public String process() {
    return simulation.model().name();
  }

  /// Share of all K⁺ decays that the thrown events stand for.
  public double branchingFraction() {
    return simulation.model().branchingFraction();
  }

  /// Expected events per unit of weight in an exposure.
  ///
  /// @param exposure K⁺ decays in the fiducial volume
  public double eventsPerWeight(double exposure) {
    return exposure * branchingFraction() / result.thrown();
  }
}
