package org.lacuna.statistics.histfactory;

import java.util.List;

/// What changes the expected counts of one sample: a factor on them, or a shift added to them.
///
/// Modifiers of one name move together: they share their parameters. A modifier per bin has one
/// parameter per bin. In the formulas `θ` is the parameter and `a` its auxiliary measurement.
///
/// | kind | effect | constraint |
/// |---|---|---|
/// | [NormFactor] | factor `θ` | none |
/// | [ShapeFactor] | factor `θ_i` in bin `i` | none |
/// | [Lumi] | factor `θ` | `normal(a \| θ, σ)`, `a` and `σ` from the measurement |
/// | [NormSys] | factor `κ(θ)`, see [Response] | `normal(a = 0 \| θ, 1)` |
/// | [HistoSys] | shift of each bin, see [Response] | `normal(a = 0 \| θ, 1)` |
/// | [ShapeSys] | factor `θ_i` in bin `i` | `Poisson(a = τ \| τ θ_i)`, `τ = (nominal/σ)²` |
/// | [StatError] | factor `θ_i` in bin `i`, common to the samples that carry it | `normal(a = 1 \| θ_i, r)`, `r = √Σσ² / Σ nominal` over those samples |
///
/// @cite Cranmer2012
public sealed interface Modifier {
  String name();

  /// The kind, as files spell it.
  String type();

  /// A factor that only the data determine, such as the strength of a signal.
  record NormFactor(String name) implements Modifier {
    @Override
    public String type() {
      return "normfactor";
    }
  }

  /// A factor for each bin that only the data determine.
  record ShapeFactor(String name) implements Modifier {
    @Override
    public String type() {
      return "shapefactor";
    }
  }

  /// The factor of the luminosity, common to all that carry it.
  record Lumi(String name) implements Modifier {
    @Override
    public String type() {
      return "lumi";
    }
  }

  /// A factor with an uncertainty of its own size up and down.
  ///
  /// @param low factor at `θ = −1`, above 0
  /// @param high factor at `θ = +1`, above 0
  record NormSys(String name, double low, double high) implements Modifier {
    @Override
    public String type() {
      return "normsys";
    }
  }

  /// A change of the shape, and of the sum of the counts with it.
  ///
  /// @param low counts of each bin at `θ = −1`
  /// @param high counts of each bin at `θ = +1`
  record HistoSys(String name, List<Double> low, List<Double> high) implements Modifier {
    public HistoSys {
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    @Override
    public String type() {
      return "histosys";
    }
  }

  /// An uncertainty of each bin of one sample, independent of all others.
  ///
  /// @param sigma absolute uncertainty of the counts of each bin, 0 for none
  record ShapeSys(String name, List<Double> sigma) implements Modifier {
    public ShapeSys {
      sigma = List.copyOf(sigma);
    }

    @Override
    public String type() {
      return "shapesys";
    }
  }

  /// The statistical uncertainty of simulation, of all samples of a bin together.
  ///
  /// @param sigma absolute uncertainty of the counts of each bin, 0 for none
  record StatError(String name, List<Double> sigma) implements Modifier {
    public StatError {
      sigma = List.copyOf(sigma);
    }

    @Override
    public String type() {
      return "staterror";
    }
  }
}
