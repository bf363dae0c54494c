package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ChargeUnitVisitor;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a charge comes to, without what it is called: two charges of the same meaning add the same
 * to the price of a request, and need not be compared.
 */
record ChargeMeaning(
    @Nullable Formula condition,
    ChargeUnit unit,
    List<Object> numbers,
    Optional<Charge.Steps> steps,
    Optional<ParameterPath> multiplier,
    List<RateMeaning> rates,
    List<Optional<CountedParameter>> counted) {

  /** A rate without its label. */
  record RateMeaning(BigDecimal price, @Nullable Formula condition) {}

  /** What is counted where a parameter is not provided depends on these. */
  record CountedParameter(Optional<Object> defaultValue, Object shape) {}

  /** The meaning of a charge in the price list of a spec. */
  static ChargeMeaning of(Charge charge, ModelSpec spec) {
    return new ChargeMeaning(
        charge.condition(),
        charge.unit(),
        List.of(charge.free().stripTrailingZeros(), charge.unitsOfPrice().stripTrailingZeros()),
        Optional.ofNullable(charge.steps()),
        Optional.ofNullable(charge.multiplier()),
        charge.rates().stream()
            .map(rate -> new RateMeaning(rate.price().stripTrailingZeros(), rate.condition()))
            .toList(),
        countedParameters(charge).map(path -> counted(spec, path)).toList());
  }

  private static Optional<CountedParameter> counted(ModelSpec spec, ParameterPath path) {
    return spec.parameter(path)
        .map(
            (Parameter parameter) ->
                new CountedParameter(
                    Optional.ofNullable(parameter.defaultValue()),
                    ShapeFragment.of(parameter.shape(), Set.of())));
  }

  /** The parameters whose values say how much there is of what a charge counts. */
  static Stream<ParameterPath> countedParameters(Charge charge) {
    return Stream.concat(
            charge.unit().accept(Counted.INSTANCE), Stream.ofNullable(charge.multiplier()))
        .distinct();
  }

  private static final class Counted implements ChargeUnitVisitor<Stream<ParameterPath>> {
    static final Counted INSTANCE = new Counted();

    @Override
    public Stream<ParameterPath> visitRequest(ChargeUnit.Request unit) {
      return Stream.empty();
    }

    @Override
    public Stream<ParameterPath> visitSeconds(ChargeUnit.Seconds unit) {
      return Stream.of(Optional.ofNullable(unit.duration()), Optional.ofNullable(unit.media()))
          .flatMap(Optional::stream);
    }

    @Override
    public Stream<ParameterPath> visitItems(ChargeUnit.Items unit) {
      return Stream.of(unit.list());
    }

    @Override
    public Stream<ParameterPath> visitCharacters(ChargeUnit.Characters unit) {
      return Stream.of(unit.text());
    }

    @Override
    public Stream<ParameterPath> visitTokens(ChargeUnit.Tokens unit) {
      return Stream.of(unit.text());
    }

    @Override
    public Stream<ParameterPath> visitMegapixels(ChargeUnit.Megapixels unit) {
      return Stream.of(unit.width(), unit.height());
    }

    @Override
    public Stream<ParameterPath> visitUnshown(ChargeUnit.Unshown unit) {
      return Stream.empty();
    }
  }
}
