package org.lacuna.statistics.function;

/// `ln ∫ exp h(x) dx` of a function with one maximum, however small the integral is.
///
/// The maximum is found to within a unit of `h`, then the two places where `h` has fallen by 36;
/// between them Gauss-Legendre panels of 24 points, none wider than the integrand allows. Relative
/// accuracy 1e-13 if no panel is wider than nine standard deviations of what looks like a normal
/// curve in it.
public final class LogIntegral {
  /// Beyond this fall the tails no longer count: `exp(−36)` is 2e-16.
  private static final double DROP = 36;

  private static final double SLACK = 12;

  private static final int POINTS = 24;
  private static final double[] NODE = new double[POINTS];
  private static final double[] WEIGHT = new double[POINTS];

  static {
    // Newton on the Legendre polynomial from the usual estimate of its roots.
    for (int i = 0; i < POINTS; i++) {
      double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (POINTS + 0.5));
      double slope = 1;
      for (int round = 0; round < 6; round++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= POINTS; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = POINTS * (before - x * value) / (1 - x * x);
        x -= value / slope;
      }
      NODE[i] = x;
      WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  /// The logarithm of an integrand.
  public interface Exponent {
    /// `h(x)`, −∞ where the integrand vanishes.
    double at(double x);

    /// Where the widest panel may begin that ends at `x`; below `x`.
    double panelBefore(double x);
  }

  private final Exponent exponent;
  private final double lower;
  private final double upper;
  private double peak;
  private double top;

  private LogIntegral(Exponent exponent, double lower, double upper) {
    this.exponent = exponent;
    this.lower = lower;
    this.upper = upper;
  }

  /// The logarithm of the integral from `lower` to `upper`.
  ///
  /// @param lower finite
  /// @param upper above `lower`, or +∞ if the integrand falls to nothing
  /// @param guess near the maximum; anything between the bounds will do
  /// @param step first step away from it, above 0
  public static double of(
      Exponent exponent, double lower, double upper, double guess, double step) {
    LogIntegral integral = new LogIntegral(exponent, lower, upper);
    integral.climb(Math.min(upper, Math.max(lower, guess)), step);
    if (integral.top == Double.NEGATIVE_INFINITY) return integral.top;
    double left = integral.edge(-step, lower);
    double right = integral.edge(step, upper);
    return integral.top + StrictMath.log(integral.sum(left, right));
  }

  /// Finds the maximum to within a unit.
  private void climb(double guess, double firstStep) {
    double step = firstStep;
    double middle = guess;
    double atMiddle = exponent.at(middle);
    double left = Math.max(lower, middle - step);
    double right = Math.min(upper, middle + step);
    double atLeft = exponent.at(left);
    double atRight = exponent.at(right);
    // Walk uphill with growing steps until the maximum is enclosed.
    while (atRight > atMiddle && right < upper) {
      step *= 2;
      left = middle;
      atLeft = atMiddle;
      middle = right;
      atMiddle = atRight;
      right = Math.min(upper, middle + step);
      atRight = exponent.at(right);
    }
    while (atLeft > atMiddle && left > lower) {
      step *= 2;
      right = middle;
      atRight = atMiddle;
      middle = left;
      atMiddle = atLeft;
      left = Math.max(lower, middle - step);
      atLeft = exponent.at(left);
    }
    // Halve the wider side until the neighbours are hardly lower.
    double tiny = 1e-15 * Math.max(Math.abs(left), Math.abs(right));
    while (right - left > tiny
        && (atMiddle - atLeft > 1
            || atMiddle - atRight > 1
            || atMiddle < Math.max(atLeft, atRight))) {
      boolean goRight = right - middle > middle - left;
      double x = goRight ? 0.5 * (middle + right) : 0.5 * (left + middle);
      double value = exponent.at(x);
      if (value > atMiddle) {
        if (goRight) {
          left = middle;
          atLeft = atMiddle;
        } else {
          right = middle;
          atRight = atMiddle;
        }
        middle = x;
        atMiddle = value;
      } else if (goRight) {
        right = x;
        atRight = value;
      } else {
        left = x;
        atLeft = value;
      }
    }
    peak = middle;
    top = atMiddle;
    if (atLeft > top) {
      peak = left;
      top = atLeft;
    }
    if (atRight > top) {
      peak = right;
      top = atRight;
    }
  }

  /// The place on one side of the maximum where the exponent has fallen enough, or the bound.
  private double edge(double firstStep, double bound) {
    double near = 0;
    double far = Math.abs(bound - peak);
    if (far < Double.POSITIVE_INFINITY && top - exponent.at(bound) <= DROP + SLACK) return bound;
    double distance = Math.min(Math.abs(8.5 * firstStep), 0.5 * far);
    while (far - near > 4 * Math.ulp(distance)) {
      double drop = top - exponent.at(peak + Math.copySign(distance, firstStep));
      if (drop >= DROP && drop <= DROP + SLACK) break;
      if (drop < DROP) near = distance;
      else far = distance;
      // Next to the bound: no use in creeping up to where the integrand vanishes.
      if (near > 0.9 * Math.abs(bound - peak)) return bound;
      // As if it were a parabola; where that leaves the bracket, halve or double it.
      double next = distance * Math.sqrt((DROP + SLACK / 2) / Math.max(drop, 1));
      if (next > near && next < far) distance = next;
      else distance = far < Double.POSITIVE_INFINITY ? 0.5 * (near + far) : 2 * near;
    }
    return peak + Math.copySign(distance, firstStep);
  }

  /// The integral in units of the maximum.
  private double sum(double left, double right) {
    // A normal curve within its edges needs two panels, whatever the exponent says.
    double widest = (right - left) / 1.99;
    double sum = 0;
    double end = right;
    while (end > left) {
      double start = Math.max(left, Math.max(exponent.panelBefore(end), end - widest));
      // Panels that shrink towards 0 need not go all the way.
      if (start > 0 && start < 1e-18 * right) start = left;
      sum += panel(start, end);
      end = start;
      if (end < peak && exponent.at(end) < top - DROP) break;
    }
    return sum;
  }

  private double panel(double start, double end) {
    double half = 0.5 * (end - start);
    double centre = 0.5 * (end + start);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += WEIGHT[i] * StrictMath.exp(exponent.at(centre + half * NODE[i]) - top);
    }
    return half * sum;
  }
}
