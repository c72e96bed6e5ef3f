/** The prompt that asks a person for an approval, and its dialog. */
package dev.talaria.cli.prompt;
