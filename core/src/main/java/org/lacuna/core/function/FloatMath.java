package org.lacuna.core.function;

import static java.lang.Math.fma;

/// Functions in single precision for hot columns, made of `+ − × ÷ fma √ min max` alone.
///
/// Java defines each of these to the last bit, so the results are the same on every machine, and
/// the compiler makes SIMD of loops over them. The polynomials are minimax fits on the range that
/// each function names; their error is below one part in 10⁷ of the largest value.
public final class FloatMath {
  private static final float LN_2 = 0.6931472f;
  private static final float HALF_PI = 1.5707964f;

  private FloatMath() {}

  /// 1 for a positive margin, 0 for a negative one or zero; an undefined margin stays undefined.
  /// The smallest positive number is 1.4·10⁻⁴⁵, hence two factors: one alone would not lift it
  /// above 1.
  public static float step(float margin) {
    return Math.min(1f, Math.max(0f, margin * 1e30f * 1e30f));
  }

  /// The smaller distance to two bounds: positive inside, zero or negative outside.
  public static float between(float low, float x, float high) {
    return Math.min(x - low, high - x);
  }

  /// `x` limited to `[low, high]`.
  public static float clip(float x, float low, float high) {
    return Math.min(high, Math.max(low, x));
  }

  /// `sin πs`, `|s| ≤ 1`.
  public static float sinPi(float s) {
    float t = s * s;
    float high = fma(fma(3.9528045e-4f, t, -0.007275316f), t, 0.08208189f);
    float low = fma(fma(fma(high, t, -0.5992423f), t, 2.5501604f), t, -5.1677127f);
    return s * fma(low, t, 3.1415927f);
  }

  /// `cos πs`, `|s| ≤ 1`.
  public static float cosPi(float s) {
    float t = s * s;
    float high = fma(fma(-8.869093e-5f, t, 0.0019043289f), t, -0.02578581f);
    float low = fma(fma(fma(high, t, 0.23532082f), t, -1.3352603f), t, 4.058712f);
    return fma(fma(low, t, -4.934802f), t, 1f);
  }

  /// `ln(m · 2ᵉ)`, `√½ ≤ m < √2`.
  public static float ln(int e, float m) {
    float f = m - 1f;
    float high = fma(fma(-0.08101559f, f, 0.12712307f), f, -0.12972239f);
    float mid = fma(fma(high, f, 0.14202173f), f, -0.16642247f);
    float low = fma(fma(fma(mid, f, 0.20001468f), f, -0.25000298f), f, 0.33333328f);
    return fma((float) e, LN_2, fma(f * f, fma(low, f, -0.5f), f));
  }

  /// `arccos x`, `|x| ≤ 1`.
  public static float acos(float x) {
    float a = Math.min(1f, Math.abs(x));
    float high = fma(fma(-0.0012370049f, a, 0.006580885f), a, -0.016965471f);
    float mid = fma(fma(high, a, 0.030808253f), a, -0.050145026f);
    float low = fma(fma(fma(mid, a, 0.088974096f), a, -0.21459849f), a, HALF_PI);
    float ofModulus = (float) Math.sqrt(1f - a) * low;
    float sign = x / Math.max(Math.abs(x), 1e-30f);
    return HALF_PI - sign * (HALF_PI - ofModulus);
  }

  /// `eˣ`, `|x| ≤ 10`, good to the last bit or two: the sixty-fourth part in a series, then six
  /// times squared, in double precision because a squaring doubles the error.
  public static float exp(float x) {
    double t = x * (1.0 / 64);
    double high = fma(fma(fma(t, 1.0 / 720, 1.0 / 120), t, 1.0 / 24), t, 1.0 / 6);
    double part = fma(fma(fma(high, t, 0.5), t, 1.0), t, 1.0);
    double fourth = part * part * (part * part);
    double sixteenth = fourth * fourth * (fourth * fourth);
    return (float) (sixteenth * sixteenth * (sixteenth * sixteenth));
  }

  /// `1 − e⁻ˣ`, `0 ≤ x ≤ 1`.
  public static float oneMinusExp(float x) {
    float high = fma(fma(1.2918687e-4f, x, -0.0013011073f), x, 0.00827588f);
    float low = fma(fma(fma(high, x, -0.041647043f), x, 0.16666345f), x, -0.4999998f);
    return x * fma(low, x, 1f);
  }

  /// `−ln(1 − t)`, `0 ≤ t ≤ 0.16`.
  public static float minusLnOneMinus(float t) {
    float high = fma(fma(0.2537025f, t, 0.18399309f), t, 0.25123855f);
    return t * fma(fma(fma(high, t, 0.33329597f), t, 0.5000002f), t, 1f);
  }
}
