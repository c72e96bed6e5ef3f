/** The prompt that asks a person for an approval, and the dialog behind it. */
package dev.talaria.cli.prompt;
