/**
 * Words that ask rather than say: question words, what a voter puts around a subject, and the small words of English.
 * None of them names a subject of any record. The questions' index carries them to the search page.
 */
export const FILLER: ReadonlySet<string> = new Set(
  'a about again against all also an and any anyone anything are as ask at be because been believe but by can cannot cant could did do does dont every far favour find for from get gets give go goes going had has have he her his how i if im in into is it its know let like make many me more mp mps much must my need needs no not of off on opinion or our over parties party per percent plan plans please pledge pledges policies policy position positions promise promised quote quotes really said say saying says shall she should show side so some someone stance stand stands still talk tell than that the their them then there these they thing things think thinks this those to today too towards trying uk up versus very view views want wanted wants was we were what whats when where whether which who whos whose why will wish with wont would you your britain british'.split(
    ' ',
  ),
);
