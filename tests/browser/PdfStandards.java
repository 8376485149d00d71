// Validates office PDFs against what they declare, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), with veraPDF, the
// reference validator. Prints what fails, then a last line of two numbers.

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class PdfStandards {
  private static final List<PDFAFlavour> DECLARED = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);
  private static final int SHOWN = 5;

  public static void main(String[] files) {
    VeraGreenfieldFoundryProvider.initialise();
    int passed = 0;
    int failed = 0;
    for (String file : files) {
      for (PDFAFlavour flavour : DECLARED) {
        if (holds(file, flavour)) passed++;
        else failed++;
      }
    }
    System.out.println(passed + " " + failed);
  }

  private static boolean holds(String file, PDFAFlavour flavour) {
    String name = Path.of(file).getFileName() + ", " + flavour.getId();
    try (var stream = new FileInputStream(file);
        var parser = Foundries.defaultInstance().createParser(stream, flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      if (result.isCompliant()) return true;
      result.getTestAssertions().stream()
          .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
          .limit(SHOWN)
          .forEach(test -> System.out.println("FAILED: " + name + ": clause " + test.getRuleId().getClause() + ": "
              + test.getMessage() + " (" + test.getLocation().getContext() + ")"));
    } catch (Exception broken) {
      System.out.println("FAILED: " + name + ": " + broken);
    }
    return false;
  }
}
