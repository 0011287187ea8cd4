/// Upper limits on the signal of a counting experiment: `n ~ Poisson(s + b)` with an uncertain `b`.
@NullMarked
package org.lacuna.statistics.counting;

import org.jspecify.annotations.NullMarked;
