import dev.talaria.cli.Talaria;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page in AsciiDoc for each command into a folder; src/cli/dist/build makes manual pages of them. */
public final class ManPages {

  public static void main(String[] args) throws Exception {
    int exit =
        ManPageGenerator.generateManPage(
            new File(args[0]), null, new boolean[0], false, Talaria.commandLine().getCommandSpec());
    for (File page : new File(args[0]).listFiles()) {
      Path adoc = page.toPath();
      Files.writeString(adoc, Files.readString(adoc).replace(" -- ", " \\-- ")); // no dash of it
    }
    System.exit(exit);
  }
}
