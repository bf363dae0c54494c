package dev.callsheet.cli;

import dev.callsheet.sandbox.behavior.WireFault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a wire fault in its written form. */
final class WireFaultConverter implements ITypeConverter<WireFault> {
  @Override
  public WireFault convert(String text) {
    try {
      return WireFault.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
