/// The few functions that statistics of counts is made of, to full double precision and far into
/// the tails: everything that can underflow is a logarithm.
///
/// Not here: distributions as objects, random numbers, anything with a nuisance parameter. They are
/// our own because libraries at hand stop at probabilities near 1e-300, where an upper limit may
/// well live, or differ in the last bit from machine to machine. Start reading at
/// [org.lacuna.statistics.function.LogIntegral].
@NullMarked
package org.lacuna.statistics.function;

import org.jspecify.annotations.NullMarked;
