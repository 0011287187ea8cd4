package org.lacuna.statistics.histfactory;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.UnivariateDerivative2;
import org.lacuna.statistics.histfactory.Workspace.Measurement;

/// The expected counts of a workspace as functions of the parameters of one measurement, with their
/// first and second derivatives.
///
/// `ν = Σ_samples Π factors · (nominal + Σ shifts)` in each bin; channels stand in alphabetical
/// order, and the order of samples and modifiers in the file does not matter. The parameters have
/// the names and the order that pyhf gives them.
///
/// @cite Cranmer2012, Heinrich2021
public final class Model {
  private static final double ROUNDING = 1e-9;
  private static final Response EVEN_SHIFT = new Response.EvenShift();

  private final List<Parameter> parameters;
  private final OptionalInt poi;
  private final List<Factor> factors;
  private final List<Bin> bins;

  /// Only the [ModelBuilder] makes one.
  Model(List<Parameter> parameters, OptionalInt poi, List<Factor> factors, List<Bin> bins) {
    this.parameters = List.copyOf(parameters);
    this.poi = poi;
    this.factors = List.copyOf(factors);
    this.bins = List.copyOf(bins);
  }

  /// The first measurement of the workspace.
  ///
  /// @throws WorkspaceException if modifiers or settings contradict each other
  public static Model of(Workspace workspace) {
    return of(workspace, workspace.measurements().getFirst());
  }

  /// The model of one measurement of the workspace.
  ///
  /// @throws WorkspaceException if modifiers or settings contradict each other
  public static Model of(Workspace workspace, Measurement measurement) {
    return new ModelBuilder(workspace, measurement).build();
  }

  /// The parameters in their order.
  public List<Parameter> parameters() {
    return parameters;
  }

  /// Index of the parameter of interest, if the measurement has one.
  public OptionalInt poi() {
    return poi;
  }

  /// Where fits begin.
  public double[] inits() {
    return parameters.stream().mapToDouble(Parameter::init).toArray();
  }

  /// The counts and auxiliary measurements of the workspace.
  Data observed() {
    return new Data(
        bins.stream().mapToDouble(Bin::observed).toArray(),
        parameters.stream().mapToDouble(parameter -> parameter.constraint().auxiliary()).toArray());
  }

  /// What to expect for these parameters, counts and auxiliary measurements: the Asimov data.
  Data expectedData(double[] point) {
    return new Data(
        Arrays.stream(expected(point)).map(Model::withoutRounding).toArray(),
        IntStream.range(0, point.length)
            .mapToDouble(i -> parameters.get(i).constraint().expected(point[i]))
            .toArray());
  }

  /// Parameters with an effect that is far from opposite on their two sides.
  int[] asymmetric() {
    IntStream ofFactors =
        factors.stream()
            .filter(factor -> factor.response().isAsymmetric())
            .mapToInt(Factor::parameter);
    IntStream ofShifts =
        bins.stream()
            .flatMap(bin -> bin.yields().stream())
            .flatMap(yield -> yield.shifts().stream())
            .filter(Shift::isAsymmetric)
            .mapToInt(Shift::parameter);
    return IntStream.concat(ofFactors, ofShifts)
        .filter(p -> !parameters.get(p).fixed())
        .distinct()
        .sorted()
        .toArray();
  }

  private static double withoutRounding(double count) {
    return count < 0 && count > -ROUNDING ? 0 : count;
  }

  /// Each parameter at its auxiliary measurement, or else at its start.
  double[] nominal() {
    return parameters.stream()
        .mapToDouble(parameter ->
            parameter.fixed()
                ? parameter.init()
                : Math.clamp(
                    parameter.constraint().nominal().orElse(parameter.init()),
                    parameter.lower(),
                    parameter.upper()))
        .toArray();
  }

  /// Expected count of each bin.
  ///
  /// @param point one value per parameter
  public double[] expected(double[] point) {
    UnivariateDerivative2[] factor = factorsAt(point);
    UnivariateDerivative2[] even = evenShiftsAt(point);
    double[] expected = new double[bins.size()];
    for (int b = 0; b < expected.length; b++) {
      for (Yield yield : bins.get(b).yields()) {
        double product = yield.shifted(point, even);
        for (Factor own : yield.factors()) product *= factor[own.index()].getValue();
        expected[b] += product;
      }
    }
    return expected;
  }

  /// Adds the derivatives of the expected count of each bin to a sum over bins.
  ///
  /// @param second true for the second derivatives too
  void addDerivatives(double[] point, boolean second, DerivativeSum sum) {
    UnivariateDerivative2[] factor = factorsAt(point);
    UnivariateDerivative2[] even = evenShiftsAt(point);
    for (int b = 0; b < bins.size(); b++) {
      sum.begin(b);
      for (Yield yield : bins.get(b).yields()) {
        derive(yield, yield.shifted(point, even), factor, even, second, sum);
      }
      sum.end();
    }
  }

  /// Product rule for `Π factors · (nominal + Σ shifts)`; no division, a factor may be 0.
  private void derive(
      Yield yield,
      double shifted,
      UnivariateDerivative2[] factor,
      UnivariateDerivative2[] even,
      boolean second,
      DerivativeSum sum) {
    List<Factor> own = yield.factors();
    // The product of the factors from k on.
    double[] after = new double[own.size() + 1];
    after[own.size()] = 1;
    for (int k = own.size() - 1; k >= 0; k--)
      after[k] = after[k + 1] * factor[own.get(k).index()].getValue();
    for (Shift shift : yield.shifts()) {
      sum.addSlope(shift.parameter(), after[0] * shift.slope(even));
      if (second) {
        double curvature = even[shift.parameter()].getSecondDerivative() * shift.even();
        sum.addSecond(shift.parameter(), shift.parameter(), after[0] * curvature);
      }
    }
    double before = 1;
    for (int k = 0; k < own.size(); k++) {
      int parameter = own.get(k).parameter();
      UnivariateDerivative2 one = factor[own.get(k).index()];
      double slope = one.getFirstDerivative() * before;
      sum.addSlope(parameter, slope * after[k + 1] * shifted);
      if (second) {
        double curvature = one.getSecondDerivative() * before;
        sum.addSecond(parameter, parameter, curvature * after[k + 1] * shifted);
        for (Shift shift : yield.shifts()) {
          sum.addMixed(parameter, shift.parameter(), slope * after[k + 1] * shift.slope(even));
        }
        double between = slope * shifted;
        for (int l = k + 1; l < own.size(); l++) {
          UnivariateDerivative2 other = factor[own.get(l).index()];
          sum.addMixed(
              parameter,
              own.get(l).parameter(),
              between * other.getFirstDerivative() * after[l + 1]);
          between *= other.getValue();
        }
      }
      before *= one.getValue();
    }
  }

  private UnivariateDerivative2[] factorsAt(double[] point) {
    UnivariateDerivative2[] at = new UnivariateDerivative2[factors.size()];
    for (Factor factor : factors)
      at[factor.index()] = factor.response().at(point[factor.parameter()]);
    return at;
  }

  private UnivariateDerivative2[] evenShiftsAt(double[] point) {
    UnivariateDerivative2[] at = new UnivariateDerivative2[point.length];
    for (int p = 0; p < at.length; p++) at[p] = EVEN_SHIFT.at(point[p]);
    return at;
  }

  /// Counts of the bins, and one auxiliary datum per parameter.
  static final class Data {
    private final double[] counts;
    private final double[] auxiliary;

    private Data(double[] counts, double[] auxiliary) {
      this.counts = counts;
      this.auxiliary = auxiliary;
    }

    double[] counts() {
      return counts;
    }

    double[] auxiliary() {
      return auxiliary;
    }
  }

  /// A factor of some yields.
  ///
  /// @param index in the list of factors of the model
  record Factor(int index, int parameter, Response response) {}

  /// A shift of one yield, `θ odd + p(θ) even` (see [Response.EvenShift]).
  record Shift(int parameter, double odd, double even) {
    boolean isAsymmetric() {
      return 16 * Math.abs(even) > Math.abs(odd);
    }

    double value(double[] point, UnivariateDerivative2[] evenShift) {
      return point[parameter] * odd + evenShift[parameter].getValue() * even;
    }

    double slope(UnivariateDerivative2[] evenShift) {
      return odd + evenShift[parameter].getFirstDerivative() * even;
    }
  }

  /// @param name as messages call it
  record Bin(String name, double observed, List<Yield> yields) {}

  /// What one sample adds to the expected count of one bin.
  record Yield(double nominal, List<Factor> factors, List<Shift> shifts) {
    double shifted(double[] point, UnivariateDerivative2[] evenShift) {
      double sum = nominal;
      for (Shift shift : shifts) sum += shift.value(point, evenShift);
      return sum;
    }
  }
}
