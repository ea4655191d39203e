import type { QuizMessages } from '../types/quiz.ts';

export const quizInFrench: QuizMessages = {
  start: {
    title: 'Avant de voir vos mots',
    body: [
      'Quiconque voit votre phrase de récupération peut prendre tout le contenu du portefeuille. Deux petites questions vous aident à la protéger.',
      'C’est un simple entraînement : une mauvaise réponse ne porte pas à conséquence, et vous pouvez réessayer. Ce qui protège vos mots, c’est votre appareil, avec son code PIN et un bouton à maintenir.',
    ],
    next: 'Commencer',
  },
  position: (index, total) => `Question ${index} sur ${total}`,
  questions: [
    {
      title: 'Vous avez perdu votre appareil et votre feuille. Qui peut récupérer votre portefeuille ?',
      right: 'Personne',
      wrong: 'Le fabricant de l’appareil ou cette application',
      afterRight: {
        title: 'Exact : personne',
        body: [
          'Vos mots sont sur votre appareil et sur votre feuille, et nulle part ailleurs. C’est pourquoi cette feuille compte tant.',
        ],
      },
      afterWrong: {
        title: 'Pas tout à fait',
        body: [
          'Ni le fabricant ni cette application n’ont jamais vos mots : ils ne pourraient rien vous rendre. Pensez à ce que cela implique pour votre feuille.',
        ],
      },
      more: {
        title: 'En savoir plus : pourquoi n’y a-t-il pas de copie ?',
        body: [
          'Une copie que quelqu’un garde pour vous peut être perdue, vendue ou saisie. Vous détenez la seule : c’est cela, être maître de ses fonds.',
          'Gardez donc votre feuille à l’abri du feu, de l’eau et des visiteurs. Une seconde copie gardée ailleurs vous protège si vous perdez la première.',
        ],
      },
    },
    {
      title:
        'Quelqu’un du support a besoin de quelques-uns de vos mots pour régler un problème. Que faites-vous ?',
      right: 'Je ne donne rien et je raccroche',
      wrong: 'J’en donne quelques-uns pour qu’on m’aide',
      afterRight: {
        title: 'Exact : c’est une arnaque',
        body: [
          'Personne n’a besoin de vos mots pour vous aider, pas même d’un seul. Quiconque les demande en veut à votre argent, aussi aimable soit-il.',
        ],
      },
      afterWrong: {
        title: 'C’est ainsi qu’on se fait voler',
        body: [
          'Aucun conseiller, aucun site, aucun programme n’a jamais besoin de vos mots, et chaque mot donné rend les autres plus faciles à deviner. Relisez la question.',
        ],
      },
      more: {
        title: 'En savoir plus : à quoi ressemble une arnaque',
        body: [
          'Ce peut être un appel, un e-mail, un courrier avec un nouvel appareil, ou une page qui ressemble à celle-ci. C’est toujours urgent, et cela finit par vos mots dans un formulaire, une photo ou une messagerie.',
          'Il n’y a qu’un endroit où saisir vos mots : un appareil avec son propre écran et ses propres boutons. Cette application ne les demande jamais.',
        ],
      },
    },
  ],
  next: 'Continuer',
  again: 'Répondre de nouveau',
  done: {
    title: 'Maintenant, regardez votre appareil',
    body: [
      'Assurez-vous que personne ne vous voit et qu’aucune caméra ne filme l’appareil.',
      'Il vous demande de confirmer, puis de saisir votre code PIN, puis de maintenir son bouton droit. Ensuite, il affiche vos mots un par un.',
    ],
    ask: 'Afficher sur l’appareil',
  },
};
