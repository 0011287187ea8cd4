package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;

/// What a calorimeter measures of a photon: energy and place of a cluster.
///
/// Both errors are normal: `σ_E/E = a/√E ⊕ b/E ⊕ c` and `σ_x = d/√E ⊕ e`, with E in GeV. Clusters
/// that merge and tails are neglected.
///
/// @param stochastic a
/// @param noise b
/// @param constant c
/// @param placePerRootM d
/// @param placeConstantM e
public record ClusterResponse(
    double stochastic, double noise, double constant, double placePerRootM, double placeConstantM) {

  /// Standard deviation of the energy.
  public double energySigmaGeV(double energyGeV) {
    double stochastic2 = stochastic * stochastic * energyGeV;
    double constantGeV = constant * energyGeV;
    return Math.sqrt(stochastic2 + noise * noise + constantGeV * constantGeV);
  }

  /// Standard deviation of each coordinate.
  public double placeSigmaM(double energyGeV) {
    double perRoot2 = placePerRootM * placePerRootM / energyGeV;
    return Math.sqrt(perRoot2 + placeConstantM * placeConstantM);
  }

  /// Fills the cluster of a photon in each row.
  ///
  /// @param z front of the calorimeter, in m
  /// @param energy receives the measured energy in GeV
  /// @param x receives the place, as does y
  public void measure(
      Ray photon,
      float z,
      Rows rows,
      Draws draw,
      String purpose,
      float[] energy,
      float[] x,
      float[] y) {
    draw.normals(purpose, rows, energy, x, y);
    for (int i = 0; i < rows.n; i++) {
      float path = z - photon.z[i];
      float place = (float) placeSigmaM(photon.momentum[i]);
      x[i] = Math.fma(place, x[i], Math.fma(photon.slopeX[i], path, photon.x[i]));
      y[i] = Math.fma(place, y[i], Math.fma(photon.slopeY[i], path, photon.y[i]));
      float sigma = (float) energySigmaGeV(photon.momentum[i]);
      energy[i] = Math.max(0f, Math.fma(sigma, energy[i], photon.momentum[i]));
    }
  }
}
